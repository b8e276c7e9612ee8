-- title: Soft deletion
-- title(zh_CN): 软删除
-- about: A row that is deleted stays and says when; queries ask for rows without a date.
-- about(zh_CN): 被删除的行仍然保留并记录时间；查询只取没有该时间的行。
-- kind: columns

CREATE TABLE soft_deletion (
    deleted_at timestamptz
);
