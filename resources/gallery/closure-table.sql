-- title: Closure table
-- title(zh_CN): 闭包表
-- about: A tree with a row for every pair of ancestor and descendant. Subtrees and ancestors are one range read at any depth;
-- about: a new node writes as many rows as it has ancestors.
-- about(zh_CN): 为每一对祖先与后代保存一行的树。任意深度的子树和祖先都只需一次范围读取；新增节点要写入与其祖先数相同的行。

CREATE TABLE topics (
    topic_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     varchar(120) NOT NULL
);

CREATE TABLE topic_paths (
    ancestor_id   bigint NOT NULL REFERENCES topics (topic_id) ON DELETE CASCADE,
    descendant_id bigint NOT NULL REFERENCES topics (topic_id) ON DELETE CASCADE,
    depth         smallint NOT NULL CHECK (depth >= 0),
    PRIMARY KEY (ancestor_id, depth, descendant_id)
);
CREATE INDEX topic_paths_up_idx ON topic_paths (descendant_id, depth);

-- workload:

-- name: ListDescendants :many
-- rate: 100/s
SELECT descendant_id, depth FROM topic_paths WHERE ancestor_id = $1 AND depth <= $2 ORDER BY depth LIMIT 500;

-- name: ListAncestors :many
-- rate: 50/s
SELECT ancestor_id FROM topic_paths WHERE descendant_id = $1 ORDER BY depth DESC LIMIT 50;
