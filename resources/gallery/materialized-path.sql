-- title: Materialized path
-- title(zh_CN): 物化路径
-- about: A tree in which each node keeps the path from its root, as /1/7/42/. A subtree is one range of an index; moving one
-- about: rewrites the path of every node in it.
-- about(zh_CN): 每个节点保存从根到自身的路径，例如 /1/7/42/。子树是索引上的一个区间；移动子树要改写其中每个节点的路径。

CREATE TABLE tree_nodes (
    node_id bigint PRIMARY KEY,
    path    varchar(400) COLLATE "C" NOT NULL UNIQUE CHECK (path LIKE '/%/'),
    depth   smallint NOT NULL,
    name    varchar(120) NOT NULL
);
COMMENT ON COLUMN tree_nodes.path IS 'ids from the root to this node, between slashes';

-- workload:

-- name: ReadSubtree :many
-- rate: 100/s
SELECT node_id, path, name FROM tree_nodes WHERE path >= $1 AND path < $2 ORDER BY path LIMIT 500;
