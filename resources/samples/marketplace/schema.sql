CREATE TABLE sellers (
    seller_id  bigint PRIMARY KEY,
    name       text NOT NULL,
    country    char(2) NOT NULL
);

CREATE TABLE products (
    product_id   bigint PRIMARY KEY,
    seller_id    bigint NOT NULL REFERENCES sellers,
    category     int NOT NULL,
    brand        text NOT NULL,
    title        text NOT NULL,
    description  text,
    price        numeric(10, 2) NOT NULL,
    rating       real NOT NULL DEFAULT 0,
    updated_at   timestamptz NOT NULL
);

CREATE TABLE reviews (
    product_id  bigint NOT NULL REFERENCES products,
    review_id   bigint NOT NULL,
    stars       smallint NOT NULL,
    body        text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (product_id, review_id)
);

CREATE TABLE orders (
    order_id     bigint PRIMARY KEY,
    customer_id  uuid NOT NULL,
    status       text NOT NULL,
    total        numeric(12, 2) NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE TABLE order_lines (
    order_id    bigint NOT NULL REFERENCES orders,
    line        smallint NOT NULL,
    product_id  bigint NOT NULL REFERENCES products,
    quantity    int NOT NULL,
    price       numeric(10, 2) NOT NULL,
    sold_at     timestamptz NOT NULL,
    PRIMARY KEY (order_id, line)
);

CREATE INDEX orders_customer_idx ON orders (customer_id, created_at DESC);
