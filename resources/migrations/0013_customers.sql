CREATE TABLE customer (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    favourite_store TEXT NOT NULL DEFAULT '',
    twitter TEXT NOT NULL DEFAULT '',
    facebook TEXT NOT NULL DEFAULT '',
    pinterest TEXT NOT NULL DEFAULT '',
    name_key TEXT NOT NULL DEFAULT '',
    email_key TEXT NOT NULL DEFAULT '',
    phone_key TEXT NOT NULL DEFAULT '',
    twitter_key TEXT NOT NULL DEFAULT '',
    facebook_key TEXT NOT NULL DEFAULT '',
    pinterest_key TEXT NOT NULL DEFAULT '',
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX customer_by_name ON customer (name_key) WHERE name_key <> ''
-- next
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key <> ''
-- next
CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key <> ''
-- next
CREATE INDEX customer_by_twitter ON customer (twitter_key) WHERE twitter_key <> ''
-- next
CREATE INDEX customer_by_facebook ON customer (facebook_key) WHERE facebook_key <> ''
-- next
CREATE INDEX customer_by_pinterest ON customer (pinterest_key) WHERE pinterest_key <> ''
-- next
CREATE TABLE customer_order (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customer(id),
    kind TEXT NOT NULL,
    returned_order TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    placed_at_ms BIGINT NOT NULL,
    value_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    store TEXT NOT NULL DEFAULT '',
    tracking TEXT NOT NULL DEFAULT '',
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX customer_order_by_customer ON customer_order (customer_id, placed_at_ms)
-- next
CREATE INDEX customer_order_by_number ON customer_order (number_key)
-- next
CREATE TABLE customer_order_line (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    order_id BIGINT NOT NULL REFERENCES customer_order(id),
    line TEXT NOT NULL,
    product TEXT NOT NULL,
    variant TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    quantity BIGINT NOT NULL,
    value_minor BIGINT NOT NULL DEFAULT 0,
    currency TEXT NOT NULL DEFAULT '',
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX customer_order_line_by_order ON customer_order_line (order_id, line)
-- next
CREATE TABLE loyalty_event (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customer(id),
    at_ms BIGINT NOT NULL,
    tier TEXT NOT NULL DEFAULT '',
    points_change BIGINT NOT NULL DEFAULT 0,
    points BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX loyalty_event_by_customer ON loyalty_event (customer_id, at_ms)
-- next
CREATE TABLE preference (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    customer_id BIGINT REFERENCES customer(id),
    identity_id BIGINT REFERENCES identity(id),
    preference TEXT NOT NULL,
    value TEXT NOT NULL,
    at_ms BIGINT NOT NULL DEFAULT 0,
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX preference_by_customer ON preference (customer_id) WHERE customer_id IS NOT NULL
-- next
CREATE INDEX preference_by_identity ON preference (identity_id) WHERE identity_id IS NOT NULL
-- next
CREATE TABLE store_visit (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customer(id),
    store TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    seconds BIGINT NOT NULL DEFAULT 0,
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX store_visit_by_customer ON store_visit (customer_id, at_ms)
-- next
CREATE TABLE consent (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    customer_id BIGINT REFERENCES customer(id),
    identity_id BIGINT REFERENCES identity(id),
    purpose TEXT NOT NULL,
    given TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    agent TEXT NOT NULL DEFAULT '',
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX consent_by_customer ON consent (customer_id, purpose, at_ms) WHERE customer_id IS NOT NULL
-- next
CREATE INDEX consent_by_identity ON consent (identity_id, purpose, at_ms) WHERE identity_id IS NOT NULL
-- next
CREATE TABLE identity_link (
    id BIGINT PRIMARY KEY,
    identity_id BIGINT NOT NULL REFERENCES identity(id),
    customer_id BIGINT NOT NULL REFERENCES customer(id),
    agent TEXT NOT NULL,
    reason TEXT NOT NULL,
    consent TEXT NOT NULL,
    linked_at_ms BIGINT NOT NULL,
    unlinked_at_ms BIGINT,
    unlinked_by TEXT NOT NULL DEFAULT '',
    unlink_reason TEXT NOT NULL DEFAULT ''
)
-- next
CREATE UNIQUE INDEX identity_link_active ON identity_link (identity_id) WHERE unlinked_at_ms IS NULL
-- next
CREATE INDEX identity_link_by_identity ON identity_link (identity_id, id)
-- next
CREATE INDEX identity_link_by_customer ON identity_link (customer_id, id)
-- next
CREATE INDEX identity_by_handle ON identity (lower(handle))
-- next
CREATE TABLE stock_level (
    id BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    external_key TEXT NOT NULL,
    product TEXT NOT NULL,
    variant TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    as_of_ms BIGINT NOT NULL,
    row_hash BIGINT NOT NULL DEFAULT 0,
    previous_hash BIGINT,
    import_id BIGINT NOT NULL DEFAULT 0,
    import_line BIGINT NOT NULL DEFAULT 0,
    changed_at_ms BIGINT NOT NULL,
    UNIQUE (source, external_key)
)
-- next
CREATE INDEX stock_level_by_product ON stock_level (product, variant, place)
-- next
CREATE TABLE import_map (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    definition TEXT NOT NULL,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL
)
-- next
CREATE TABLE import_run (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    agent TEXT NOT NULL,
    state TEXT NOT NULL,
    records BIGINT NOT NULL DEFAULT 0,
    added BIGINT NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL DEFAULT 0,
    unchanged BIGINT NOT NULL DEFAULT 0,
    refused BIGINT NOT NULL DEFAULT 0,
    started_at_ms BIGINT NOT NULL,
    ended_at_ms BIGINT
)
-- next
CREATE INDEX import_run_open ON import_run (fingerprint, kind, source) WHERE state = 'running'
-- next
CREATE TABLE import_reject (
    import_id BIGINT NOT NULL REFERENCES import_run(id),
    line BIGINT NOT NULL,
    reason TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
)
-- next
CREATE TABLE order_format (
    format TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    at_ms BIGINT NOT NULL
)
