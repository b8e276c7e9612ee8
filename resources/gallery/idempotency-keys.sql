-- title: Idempotency keys
-- title(zh_CN): 幂等键
-- about: A request carries a key of its own; the first one with it does the work and keeps the answer, every repeat gets that
-- about: answer. Old keys are dropped after a day.
-- about(zh_CN): 请求自带一个键；第一个使用它的请求执行工作并保存结果，重复的请求得到同样的结果。旧键在一天后删除。

CREATE TABLE idempotency_keys (
    client_id      bigint NOT NULL,
    key            uuid NOT NULL,
    request_hash   bytea NOT NULL,
    state          varchar(10) NOT NULL DEFAULT 'started' CHECK (state IN ('started', 'done', 'failed')),
    response_code  smallint,
    response_body  jsonb,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (client_id, key)
);
CREATE INDEX idempotency_keys_age_idx ON idempotency_keys (created_at);

-- workload:

-- table: idempotency_keys retention=1d

-- name: ClaimKey :exec
-- rate: 100/s
-- consistency: strong
INSERT INTO idempotency_keys (client_id, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT (client_id, key) DO NOTHING;

-- name: FindAnswer :one
-- rate: 100/s
-- consistency: strong
SELECT state, response_code, response_body FROM idempotency_keys WHERE client_id = $1 AND key = $2;
