-- title: Order-time snapshot
-- title(zh_CN): 下单时快照
-- about: An order keeps what it was about as it was: name, price and address are copied, for the product and the customer go
-- about: on changing. The copy is meant, not a violation of normal form: it is another fact.
-- about(zh_CN): 订单保存下单当时的内容：名称、价格和地址都被复制，因为商品和客户会继续变化。这种复制是有意的，并不违反范式：它是另一个事实。

CREATE TABLE shop_products (
    product_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title      varchar(200) NOT NULL,
    price      numeric(10,2) NOT NULL CHECK (price >= 0)
);
CREATE TABLE shop_orders (
    order_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id      bigint NOT NULL,
    shipping_address jsonb NOT NULL,
    total            numeric(12,2) NOT NULL,
    placed_at        timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE shop_order_lines (
    order_id   bigint NOT NULL REFERENCES shop_orders (order_id) ON DELETE CASCADE,
    line_no    smallint NOT NULL,
    product_id bigint NOT NULL REFERENCES shop_products (product_id),
    title      varchar(200) NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    quantity   integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line_no)
);
COMMENT ON COLUMN shop_order_lines.title IS 'as it was when ordered';
COMMENT ON COLUMN shop_order_lines.unit_price IS 'as it was when ordered';
COMMENT ON COLUMN shop_orders.shipping_address IS 'as it was when ordered';

-- workload:

-- name: ReadOrderLines :many
-- rate: 100/s
SELECT title, unit_price, quantity FROM shop_order_lines WHERE order_id = $1 ORDER BY line_no LIMIT 100;
