CREATE TABLE basket_change (
    order_id INTEGER PRIMARY KEY
)
-- next
CREATE TABLE basket (
    order_id BIGINT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (order_id, product)
) WITHOUT ROWID
-- next
CREATE TABLE product_count (
    product TEXT NOT NULL,
    baskets BIGINT NOT NULL,
    PRIMARY KEY (product)
) WITHOUT ROWID
-- next
CREATE INDEX product_count_by_baskets ON product_count (baskets)
-- next
CREATE TABLE product_pair (
    product TEXT NOT NULL,
    other TEXT NOT NULL,
    baskets BIGINT NOT NULL,
    PRIMARY KEY (product, other)
) WITHOUT ROWID
-- next
CREATE INDEX product_pair_by_baskets ON product_pair (product, baskets)
-- next
INSERT INTO basket_change (order_id) SELECT id FROM customer_order
