-- title: Sharded inventory
-- title(zh_CN): 分片库存
-- about: The stock of a popular product in several buckets: a sale takes from one and tries another when it is empty, so that a
-- about: flash sale does not queue for one row. Reservations expire.
-- about(zh_CN): 把热门商品的库存分成多个桶：一次购买从一个桶扣减，桶空时尝试另一个，避免秒杀排队争抢同一行。预留会过期。

CREATE TABLE stock_buckets (
    product_id bigint NOT NULL,
    bucket     smallint NOT NULL CHECK (bucket >= 0),
    available  integer NOT NULL CHECK (available >= 0),
    PRIMARY KEY (product_id, bucket)
);
CREATE TABLE stock_reservations (
    reservation_id uuid PRIMARY KEY,
    product_id     bigint NOT NULL,
    bucket         smallint NOT NULL,
    quantity       integer NOT NULL CHECK (quantity > 0),
    expires_at     timestamptz NOT NULL,
    FOREIGN KEY (product_id, bucket) REFERENCES stock_buckets (product_id, bucket)
);
CREATE INDEX stock_reservations_expiry_idx ON stock_reservations (expires_at);

-- workload:

-- name: TakeFromBucket :exec
-- rate: 500/s
-- consistency: strong
UPDATE stock_buckets SET available = available - 1 WHERE product_id = $1 AND bucket = $2 AND available > 0;

-- name: ReadStock :one
-- rate: 500/s
-- consistency: bounded(2s)
SELECT sum(available) FROM stock_buckets WHERE product_id = $1;
