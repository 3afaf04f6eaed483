CREATE TABLE stock_item (
    product TEXT NOT NULL,
    variant TEXT NOT NULL,
    title TEXT NOT NULL,
    product_key TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (product, variant)
)
-- next
CREATE INDEX stock_item_by_key ON stock_item (product_key)
-- next
INSERT INTO stock_item (product, variant, title, product_key, folded)
    SELECT product, variant, max(title), upper(replace(replace(product, '-', ''), ' ', '')),
        lower(product || ' ' || variant || ' ' || max(title)) FROM stock_level GROUP BY product, variant
-- next
CREATE TABLE store_place (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    place_kind TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE TABLE stock_hold (
    id BIGINT PRIMARY KEY,
    product TEXT NOT NULL,
    variant TEXT NOT NULL,
    place TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customer(id),
    agent TEXT NOT NULL,
    made_at_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    state TEXT NOT NULL,
    ended_at_ms BIGINT,
    ended_by TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
)
-- next
CREATE INDEX stock_hold_open ON stock_hold (until_ms) WHERE state = 'held'
-- next
CREATE INDEX stock_hold_by_item ON stock_hold (product, variant, place) WHERE state = 'held'
-- next
CREATE INDEX stock_hold_by_customer ON stock_hold (customer_id, id)
