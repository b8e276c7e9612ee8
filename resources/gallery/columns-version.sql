-- title: Optimistic lock
-- title(zh_CN): 乐观锁
-- about: A number that each update raises and compares: the second of two writers learns that it came too late.
-- about(zh_CN): 每次更新都比较并递增的版本号：两个写入者中的后者会得知自己来迟了。
-- kind: columns

CREATE TABLE optimistic_lock (
    row_version integer NOT NULL DEFAULT 1 CHECK (row_version > 0)
);
