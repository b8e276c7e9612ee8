-- A shop: products with stock, carts, orders that keep the price of their day.

CREATE TYPE order_status AS ENUM ('placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled');

CREATE TABLE customers (
    customer_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email       varchar(255) NOT NULL UNIQUE,
    name        varchar(120) NOT NULL,
    created_at  timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE categories (
    category_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id   integer REFERENCES categories (category_id),
    name        varchar(80) NOT NULL
);

CREATE TABLE products (
    product_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category_id integer NOT NULL REFERENCES categories (category_id),
    sku         varchar(32) NOT NULL UNIQUE,
    title       varchar(200) NOT NULL,
    description text,
    price       numeric(10,2) NOT NULL CHECK (price >= 0),
    attributes  jsonb NOT NULL DEFAULT '{}',
    updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX products_category_idx ON products (category_id, price);

CREATE TABLE inventory (
    product_id   bigint PRIMARY KEY REFERENCES products (product_id),
    available    integer NOT NULL CHECK (available >= 0),
    reserved     integer NOT NULL DEFAULT 0 CHECK (reserved >= 0)
);

CREATE TABLE cart_items (
    customer_id uuid   NOT NULL REFERENCES customers (customer_id) ON DELETE CASCADE,
    product_id  bigint NOT NULL REFERENCES products (product_id),
    quantity    integer NOT NULL CHECK (quantity > 0),
    added_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, product_id)
);

CREATE TABLE orders (
    order_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id  uuid NOT NULL REFERENCES customers (customer_id),
    status       order_status NOT NULL DEFAULT 'placed',
    total_amount numeric(12,2) NOT NULL,
    idempotency_key uuid NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_customer_created_idx ON orders (customer_id, created_at DESC);
CREATE INDEX orders_open_idx ON orders (created_at) WHERE status IN ('placed', 'paid');

-- Title and price are copied: an order shows what was bought, not what the product became.
CREATE TABLE order_items (
    order_id   bigint NOT NULL REFERENCES orders (order_id) ON DELETE CASCADE,
    line       smallint NOT NULL,
    product_id bigint NOT NULL REFERENCES products (product_id),
    title      varchar(200) NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    quantity   integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line)
);
CREATE INDEX order_items_product_idx ON order_items (product_id);

COMMENT ON COLUMN orders.idempotency_key IS 'Chosen by the client: a retried checkout does not order twice';
