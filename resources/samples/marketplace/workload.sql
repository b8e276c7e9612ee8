-- boundary: Catalogue tables=sellers,products,reviews
-- boundary: Ordering tables=orders,order_lines

-- table: sellers     rows=200k growth=50/day
-- table: products    rows=20M  growth=10k/day
-- table: reviews     rows=300M growth=150k/day
-- table: orders      rows=400M growth=300k/day
-- table: order_lines rows=1G   growth=750k/day

-- column: sellers.name avg=24B
-- column: products.category distinct=5000
-- column: products.brand avg=12B distinct=40000
-- column: products.title avg=70B
-- column: products.description avg=900B max=20kB nulls=0.05
-- column: reviews.body avg=280B max=8kB nulls=0.3
-- column: orders.status avg=9B distinct=6
-- column: orders.customer_id distinct=30M

-- relationship: products.seller_id mean=100 max=200k powerlaw(2.1)
-- relationship: reviews.product_id mean=15 max=200k powerlaw(2.1)
-- relationship: order_lines.order_id mean=2.5 max=80 geometric
-- relationship: order_lines.product_id mean=50 max=2M powerlaw(2.1)

-- requirement: dominant=latency availability=99.95% regions=eu traffic_growth=2%/month

-- engine: postgresql owns=Catalogue,Ordering prices=aws-rds
-- engine: mongodb follows=Catalogue(cdc(1s))
-- engine: clickhouse follows=Ordering(outbox(10s))

-- name: BrowseCategory :many
-- rate: 6k/s diurnal(peak=20:00, trough=0.3)
-- keys: category zipf(0.9)
-- consistency: bounded(30s)
-- p99: 60ms
-- page: 40 cursor
SELECT product_id, title, price, rating
  FROM products
 WHERE category = $1
 ORDER BY rating DESC
 LIMIT 40;

-- name: ShowProduct :one
-- rate: 12k/s diurnal(peak=20:00, trough=0.3)
-- keys: product_id zipf(0.95)
-- consistency: bounded(30s)
-- p99: 40ms
SELECT product_id, title, description, price, rating
  FROM products
 WHERE product_id = $1;

-- name: ShowReviews :many
-- rate: 5k/s diurnal(peak=20:00, trough=0.3)
-- keys: product_id zipf(0.95)
-- consistency: eventual
-- p99: 60ms
-- page: 10 cursor
SELECT review_id, stars, body, created_at
  FROM reviews
 WHERE product_id = $1
 ORDER BY review_id DESC
 LIMIT 10;

-- name: PriceAtCheckout :one
-- rate: 400/s diurnal(peak=20:00, trough=0.3)
-- keys: product_id zipf(0.8)
-- consistency: strong
-- p99: 30ms
SELECT price FROM products WHERE product_id = $1;

-- name: ChangePrice :exec
-- rate: 120/s
-- keys: product_id zipf(0.5)
UPDATE products SET price = $2, updated_at = $3 WHERE product_id = $1;

-- name: AddProduct :exec
-- rate: 0.2/s
INSERT INTO products (product_id, seller_id, category, brand, title, description, price, rating, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: AddReview :exec
-- rate: 2/s
INSERT INTO reviews (product_id, review_id, stars, body, created_at) VALUES ($1, $2, $3, $4, $5);

-- name: PlaceOrder :exec
-- rate: 4/s diurnal(peak=20:00, trough=0.2)
-- p99: 80ms
INSERT INTO orders (order_id, customer_id, status, total, created_at) VALUES ($1, $2, $3, $4, $5);

-- name: AddLine :exec
-- rate: 10/s diurnal(peak=20:00, trough=0.2)
-- p99: 80ms
INSERT INTO order_lines (order_id, line, product_id, quantity, price, sold_at) VALUES ($1, $2, $3, $4, $5, $6);

-- name: ListOrders :many
-- rate: 300/s diurnal(peak=20:00, trough=0.3)
-- consistency: read-your-writes
-- p99: 60ms
-- page: 20 cursor
SELECT order_id, status, total, created_at
  FROM orders
 WHERE customer_id = $1
 ORDER BY created_at DESC
 LIMIT 20;

-- name: RevenueByDay :many
-- rate: 0.05/s
-- consistency: bounded(60s)
SELECT sold_at, sum(price)
  FROM order_lines
 WHERE sold_at BETWEEN $1 AND $2
 GROUP BY sold_at;
