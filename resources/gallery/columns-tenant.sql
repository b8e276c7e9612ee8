-- title: Tenant
-- title(zh_CN): 租户
-- about: Whose row it is; a candidate for the partition key, and the first column of every index.
-- about(zh_CN): 行属于哪个租户；可作为分区键，并且是每个索引的第一列。
-- kind: columns

CREATE TABLE tenancy (
    tenant_id bigint NOT NULL
);
