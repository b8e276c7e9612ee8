-- title: Slowly changing dimension, type 2
-- title(zh_CN): 缓慢变化维，类型 2
-- about: A dimension that keeps every version with the time it was true. Facts refer to the version of their day, so that
-- about: the past stays as it was; the table grows with each change.
-- about(zh_CN): 保存每个版本及其有效时间的维度。事实引用当日的版本，因此历史保持不变；每次变化都会使表增长。

CREATE TABLE customer_versions (
    customer_key bigint PRIMARY KEY,
    customer_no  varchar(20) NOT NULL,
    name         varchar(120) NOT NULL,
    city         varchar(80) NOT NULL,
    segment      varchar(40) NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz NOT NULL DEFAULT 'infinity',
    is_current   boolean NOT NULL DEFAULT true,
    CHECK (valid_from < valid_to)
);
CREATE UNIQUE INDEX customer_versions_current_idx ON customer_versions (customer_no) WHERE is_current;
CREATE UNIQUE INDEX customer_versions_time_idx ON customer_versions (customer_no, valid_from);
COMMENT ON TABLE customer_versions IS 'a row for each version of a customer';

-- workload:

-- name: CustomerAsOf :one
-- rate: 20/s
SELECT customer_key FROM customer_versions WHERE customer_no = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1;
