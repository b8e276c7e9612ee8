-- title: Audit columns
-- title(zh_CN): 审计列
-- about: When a row came and when it was changed last, and by whom.
-- about(zh_CN): 行的创建时间、最近修改时间以及操作人。
-- kind: columns

CREATE TABLE audit (
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by varchar(80),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by varchar(80)
);
