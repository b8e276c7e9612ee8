-- title: JSON attributes
-- title(zh_CN): JSON 属性
-- about: What every product has is columns; what only some have is one JSON document with an index over its contents. In the
-- about: place of a table of entity, attribute and value, which takes a join for each attribute and knows no types.
-- about(zh_CN): 所有商品共有的属性是列；只有部分商品才有的属性放入一个 JSON 文档，并对其内容建立索引。以此代替实体-属性-值表：后者每个属性都要一次连接，而且没有类型。

CREATE TABLE catalogue_items (
    item_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category   varchar(60) NOT NULL,
    title      varchar(200) NOT NULL,
    price      numeric(10,2) NOT NULL,
    attributes jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX catalogue_items_category_idx ON catalogue_items (category, price);
CREATE INDEX catalogue_items_attributes_idx ON catalogue_items USING gin (attributes jsonb_path_ops);
COMMENT ON COLUMN catalogue_items.attributes IS 'what only some categories have: {"screen_inches": 13.3}';

-- workload:

-- name: ReadItem :one
-- rate: 500/s
SELECT * FROM catalogue_items WHERE item_id = $1;
