-- title: Event store with snapshots
-- title(zh_CN): 带快照的事件存储
-- about: The truth is what happened, in order, for each stream; the state is what follows from it. The key of stream and
-- about: version refuses the second of two writers. Snapshots bound how many events are read again.
-- about(zh_CN): 事实是每个流中依次发生的事件，状态由事件推导。流与版本组成的主键拒绝并发的第二个写入者。快照限制需要重放的事件数。

CREATE TABLE streams (
    stream_id uuid PRIMARY KEY,
    kind      varchar(60) NOT NULL
);
CREATE TABLE events (
    stream_id   uuid NOT NULL REFERENCES streams (stream_id),
    version     bigint NOT NULL CHECK (version > 0),
    kind        varchar(80) NOT NULL,
    payload     jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stream_id, version)
);
CREATE TABLE snapshots (
    stream_id uuid NOT NULL REFERENCES streams (stream_id),
    version   bigint NOT NULL,
    state     jsonb NOT NULL,
    taken_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stream_id, version)
);

-- workload:

-- name: LatestSnapshot :one
-- rate: 100/s
SELECT version, state FROM snapshots WHERE stream_id = $1 ORDER BY version DESC LIMIT 1;

-- name: EventsSince :many
-- rate: 100/s
SELECT version, kind, payload FROM events WHERE stream_id = $1 AND version > $2 ORDER BY version LIMIT 200;

-- name: AppendEvent :exec
-- rate: 50/s
-- consistency: strong
-- verb: append
INSERT INTO events (stream_id, version, kind, payload) VALUES ($1, $2, $3, $4);
