-- title: Slowly changing dimension, type 3
-- title(zh_CN): 缓慢变化维，类型 3
-- about: A dimension that keeps the present and the value before it, in columns beside each other: for one known change,
-- about: such as new sales regions, that reports compare.
-- about(zh_CN): 在相邻的列中保存现值与前值的维度：用于报表需要比较的一次已知变化，例如销售区域调整。

CREATE TABLE sales_region_dimension (
    region_key      bigint PRIMARY KEY,
    office_no       varchar(20) NOT NULL UNIQUE,
    current_region  varchar(60) NOT NULL,
    previous_region varchar(60),
    changed_on      date
);
