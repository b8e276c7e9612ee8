-- title: Ledger with running balance
-- title(zh_CN): 带滚动余额的分类账
-- about: Double entry: what happened is a transaction, its entries add up to nothing and are never changed. Each entry keeps
-- about: the balance after it, so that a balance is one row and not a sum; the sequence in an account makes two writers meet.
-- about(zh_CN): 复式记账：一次业务是一笔交易，其分录合计为零且永不修改。每条分录保存其后的余额，因此余额是一行而不是求和；账户内的序号使并发写入相遇。

CREATE TABLE accounts (
    account_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       varchar(120) NOT NULL,
    currency   char(3) NOT NULL
);
CREATE TABLE transactions (
    transaction_id  uuid PRIMARY KEY,
    idempotency_key uuid NOT NULL UNIQUE,
    description     varchar(200) NOT NULL,
    posted_at       timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE entries (
    account_id     bigint NOT NULL REFERENCES accounts (account_id),
    sequence       bigint NOT NULL,
    transaction_id uuid NOT NULL REFERENCES transactions (transaction_id),
    amount         numeric(18,4) NOT NULL CHECK (amount <> 0),
    balance_after  numeric(18,4) NOT NULL,
    PRIMARY KEY (account_id, sequence)
);
CREATE INDEX entries_transaction_idx ON entries (transaction_id);
COMMENT ON TABLE entries IS 'append only; the amounts of a transaction add up to 0';

-- workload:

-- name: ReadBalance :one
-- rate: 500/s
-- consistency: strong
SELECT sequence, balance_after FROM entries WHERE account_id = $1 ORDER BY sequence DESC LIMIT 1;

-- name: PostEntry :exec
-- rate: 100/s
-- consistency: strong
-- verb: append
INSERT INTO entries (account_id, sequence, transaction_id, amount, balance_after) VALUES ($1, $2, $3, $4, $5);
