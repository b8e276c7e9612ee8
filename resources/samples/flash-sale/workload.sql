-- boundary: Customers tables=customers
-- boundary: Catalogue tables=categories,products
-- boundary: Stock tables=inventory
-- boundary: Ordering tables=cart_items,orders,order_items

-- table: customers   rows=40M  growth=20k/day
-- table: categories  rows=1200
-- table: products    rows=2M   growth=500/day
-- table: inventory   rows=2M   growth=500/day
-- table: cart_items  rows=60M  retention=90d removal=partitions(7d)
-- table: orders      rows=500M growth=800k/day
-- table: order_items rows=1.4G growth=2.2M/day

-- column: customers.email avg=24B
-- column: customers.name avg=18B
-- column: products.title avg=60B
-- column: products.description avg=600B max=20kB nulls=0.1
-- column: products.attributes avg=350B
-- column: order_items.title avg=60B
-- column: orders.status distinct=6

-- relationship: orders.customer_id mean=12 max=5k geometric
-- relationship: order_items.order_id mean=2.8 max=100 geometric
-- relationship: order_items.product_id mean=700 max=4M powerlaw(2.1)
-- relationship: products.category_id mean=1700 max=60k powerlaw(2.2)

-- requirement: dominant=correctness availability=99.95% regions=eu

-- engine: postgresql
-- engine: cassandra partitions=64 replicas=3
-- engine: dynamodb
-- engine: redis

-- name: GetProduct :one
-- rate: 4k/s spike(at=12:00, for=15min, times=20)
-- keys: product_id hotset(0.0005, 0.8)
-- consistency: bounded(10s)
-- p99: 30ms
SELECT product_id, title, description, price, attributes
  FROM products
 WHERE product_id = $1;

-- name: ListCategory :many
-- rate: 1500/s spike(at=12:00, for=15min, times=6)
-- keys: category_id zipf(0.9)
-- consistency: bounded(60s)
-- p99: 80ms
-- page: 40 cursor
SELECT product_id, title, price
  FROM products
 WHERE category_id = $1
 ORDER BY price
 LIMIT 40;

-- name: GetStock :one
-- rate: 2k/s spike(at=12:00, for=15min, times=20)
-- keys: product_id hotset(0.0005, 0.8)
-- consistency: strong
-- p99: 20ms
SELECT available
  FROM inventory
 WHERE product_id = $1;

-- name: ReserveStock :exec
-- rate: 60/s spike(at=12:00, for=15min, times=40)
-- keys: product_id hotset(0.0005, 0.95)
-- consistency: strong
-- p99: 50ms
-- criticality: high
UPDATE inventory
   SET available = available - 1, reserved = reserved + 1
 WHERE product_id = $1 AND available > 0;

-- name: GetCart :many
-- rate: 500/s spike(at=12:00, for=15min, times=15)
-- keys: customer_id uniform
-- consistency: read-your-writes
-- p99: 50ms
-- page: 100
SELECT product_id, quantity, added_at
  FROM cart_items
 WHERE customer_id = $1
 LIMIT 100;

-- name: AddToCart :exec
-- rate: 300/s spike(at=12:00, for=15min, times=20)
-- keys: customer_id uniform
-- consistency: read-your-writes
-- p99: 50ms
INSERT INTO cart_items (customer_id, product_id, quantity)
VALUES ($1, $2, $3)
ON CONFLICT (customer_id, product_id) DO UPDATE SET quantity = EXCLUDED.quantity;

-- name: PlaceOrder :one
-- rate: 10/s spike(at=12:00, for=15min, times=60)
-- keys: customer_id uniform
-- consistency: strong
-- p99: 100ms
-- criticality: high
-- idempotent: yes
INSERT INTO orders (customer_id, total_amount, idempotency_key)
VALUES ($1, $2, $3)
ON CONFLICT (idempotency_key) DO NOTHING
RETURNING order_id;

-- name: AddOrderItem :exec
-- rate: 26/s spike(at=12:00, for=15min, times=60)
-- keys: order_id latest(0.99)
-- consistency: strong
-- p99: 100ms
INSERT INTO order_items (order_id, line, product_id, title, unit_price, quantity)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: ListOrdersByCustomer :many
-- rate: 400/s diurnal(peak=20:00, trough=0.3)
-- keys: customer_id zipf(0.5)
-- consistency: bounded(5s)
-- p99: 80ms
-- page: 20 cursor
SELECT order_id, status, total_amount, created_at
  FROM orders
 WHERE customer_id = $1
 ORDER BY created_at DESC
 LIMIT 20;

-- name: GetOrderLines :many
-- rate: 300/s
-- keys: order_id latest(0.8)
-- consistency: read-your-writes
-- p99: 50ms
SELECT line, product_id, title, unit_price, quantity
  FROM order_items
 WHERE order_id = $1
 ORDER BY line
 LIMIT 100;

-- name: SetOrderStatus :exec
-- rate: 60/s
-- keys: order_id latest(0.8)
-- consistency: strong
-- p99: 100ms
UPDATE orders SET status = $2
 WHERE order_id = $1;

-- name: OrdersToPack :many
-- rate: 2/s
-- consistency: bounded(30s)
-- p99: 500ms
-- page: 200 cursor
SELECT order_id, customer_id, created_at
  FROM orders
 WHERE status = 'paid'
 ORDER BY created_at
 LIMIT 200;
