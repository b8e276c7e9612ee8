-- title: Outside reference
-- title(zh_CN): 外部引用
-- about: The id of the same thing in another system, and when it was last brought in step.
-- about(zh_CN): 同一事物在另一个系统中的编号，以及上次同步的时间。
-- kind: columns

CREATE TABLE outside_reference (
    external_source varchar(40),
    external_id     varchar(80),
    synced_at       timestamptz
);
