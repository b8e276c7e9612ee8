-- title: Slowly changing dimension, type 1
-- title(zh_CN): 缓慢变化维，类型 1
-- about: A dimension that keeps the present alone: a change overwrites. Reports of the past show what is true now.
-- about(zh_CN): 只保存现状的维度：变化直接覆盖。过去的报表显示的是现在的值。

CREATE TABLE customer_dimension (
    customer_key bigint PRIMARY KEY,
    customer_no  varchar(20) NOT NULL UNIQUE,
    name         varchar(120) NOT NULL,
    city         varchar(80) NOT NULL,
    segment      varchar(40) NOT NULL,
    loaded_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN customer_dimension.customer_key IS 'surrogate; facts refer to it';
COMMENT ON COLUMN customer_dimension.customer_no IS 'key in the source system';
