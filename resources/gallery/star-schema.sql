-- title: Star schema
-- title(zh_CN): 星型模式
-- about: A fact table at one grain (a line of a sale) with additive measures, dimensions around it, and the number of the
-- about: receipt as a degenerate dimension. Made for sums over many rows by any mix of dimensions.
-- about(zh_CN): 以单一粒度（一条销售明细）保存可加度量的事实表，周围是维度表，小票号作为退化维度。适合按任意维度组合对大量行求和。

CREATE TABLE date_dimension (
    date_key integer PRIMARY KEY,
    day      date NOT NULL UNIQUE,
    week     smallint NOT NULL,
    month    smallint NOT NULL,
    year     smallint NOT NULL
);
CREATE TABLE product_dimension (
    product_key integer PRIMARY KEY,
    sku         varchar(32) NOT NULL,
    name        varchar(120) NOT NULL,
    category    varchar(60) NOT NULL
);
CREATE TABLE store_dimension (
    store_key integer PRIMARY KEY,
    name      varchar(80) NOT NULL,
    city      varchar(80) NOT NULL
);

CREATE TABLE sales_facts (
    date_key    integer NOT NULL REFERENCES date_dimension (date_key),
    product_key integer NOT NULL REFERENCES product_dimension (product_key),
    store_key   integer NOT NULL REFERENCES store_dimension (store_key),
    receipt_no  bigint NOT NULL,
    line_no     smallint NOT NULL,
    quantity    integer NOT NULL,
    amount      numeric(12,2) NOT NULL,
    discount    numeric(12,2) NOT NULL DEFAULT 0,
    PRIMARY KEY (receipt_no, line_no)
);
CREATE INDEX sales_facts_date_idx ON sales_facts (date_key, store_key);
COMMENT ON TABLE sales_facts IS 'grain: one line of one receipt; quantity, amount and discount add up over every dimension';
COMMENT ON COLUMN sales_facts.receipt_no IS 'degenerate dimension: there is no table of receipts';

-- workload:

-- name: SalesOfAStore :many
-- rate: 1/s
SELECT product_key, sum(amount) FROM sales_facts
 WHERE store_key = $1 AND date_key BETWEEN $2 AND $3 GROUP BY product_key;
