-- title: Sharded counter
-- title(zh_CN): 分片计数器
-- about: A counter in several rows: writers add to one of them at random, readers add them up. As many rows as writes a second
-- about: divided by what one row takes.
-- about(zh_CN): 把一个计数器拆成多行：写入者随机累加其中一行，读取者求和。行数等于每秒写入数除以单行能承受的写入数。

CREATE TABLE counter_shards (
    counter_id bigint NOT NULL,
    shard      smallint NOT NULL CHECK (shard >= 0),
    count      bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (counter_id, shard)
);
COMMENT ON COLUMN counter_shards.shard IS 'chosen at random by the writer';

-- workload:

-- name: AddToCounter :exec
-- rate: 1k/s
UPDATE counter_shards SET count = count + 1 WHERE counter_id = $1 AND shard = $2;

-- name: ReadCounter :one
-- rate: 200/s
-- consistency: bounded(5s)
SELECT sum(count) FROM counter_shards WHERE counter_id = $1;
