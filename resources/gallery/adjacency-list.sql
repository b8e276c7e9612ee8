-- title: Adjacency list
-- title(zh_CN): 邻接表
-- about: A tree in which each node names its parent. Moving a subtree is one write; reading a whole one takes a query a level,
-- about: or a recursive one. For trees that are shallow, or read a level at a time.
-- about(zh_CN): 每个节点记录其父节点的树。移动子树只需一次写入；读取整棵子树需要逐层查询或递归查询。适用于较浅、按层读取的树。

CREATE TABLE nodes (
    node_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id bigint REFERENCES nodes (node_id) ON DELETE CASCADE,
    position  integer NOT NULL DEFAULT 0,
    name      varchar(120) NOT NULL
);
CREATE INDEX nodes_parent_idx ON nodes (parent_id, position);
COMMENT ON COLUMN nodes.parent_id IS 'null at a root';

-- workload:

-- name: ListChildren :many
-- rate: 100/s
SELECT node_id, name FROM nodes WHERE parent_id = $1 ORDER BY position LIMIT 100;

-- name: MoveNode :exec
-- rate: 1/s
UPDATE nodes SET parent_id = $1 WHERE node_id = $2;
