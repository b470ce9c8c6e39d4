-- Omnicommerce on MariaDB. May be run again at any time.
-- Text is compared byte by byte, trailing spaces included (utf8mb4_nopad_bin): 'a' and 'A' are two ids. Instants are milliseconds since 1970 unless said otherwise.

-- What is counted and bounded: available = posted - held, never below floor_at unless breached.
CREATE TABLE IF NOT EXISTS ledger_account (
  tenant_id varchar(64)  NOT NULL,
  id        varchar(255) NOT NULL,
  book      varchar(64)  NOT NULL,
  item      varchar(64)  NOT NULL,
  holder    varchar(64)  NOT NULL,
  unit      varchar(64)  NOT NULL,
  posted    bigint   NOT NULL,
  held      bigint   NOT NULL,
  floor_at  bigint   NOT NULL,
  breached  smallint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ledger_account_held CHECK (held >= 0),
  CONSTRAINT ledger_account_floor CHECK (breached = 1 OR posted - held >= floor_at),
  KEY ledger_account_item (tenant_id, book, item)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The claim of a batch's id and, if it was held, its group: HELD, CONFIRMED, POSTED, VOIDED, EXPIRED.
CREATE TABLE IF NOT EXISTS ledger_batch (
  tenant_id  varchar(64)  NOT NULL,
  id         varchar(128) NOT NULL,
  content    varchar(32)  NOT NULL,
  state      varchar(16)  NOT NULL,
  expires_at bigint,
  steps      bigint   NOT NULL,
  posted_any smallint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ledger_batch_state CHECK (state IN ('HELD', 'CONFIRMED', 'POSTED', 'VOIDED', 'EXPIRED')),
  KEY ledger_batch_due (state, expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS ledger_hold (
  tenant_id    varchar(64)  NOT NULL,
  batch_id     varchar(128) NOT NULL,
  line         integer      NOT NULL,
  from_account varchar(255) NOT NULL,
  to_account   varchar(255) NOT NULL,
  unit         varchar(64)  NOT NULL,
  amount       bigint       NOT NULL,
  open_amount  bigint       NOT NULL,
  PRIMARY KEY (tenant_id, batch_id, line),
  CONSTRAINT ledger_hold_open CHECK (open_amount >= 0 AND open_amount <= amount),
  KEY ledger_hold_account (tenant_id, from_account, open_amount)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The journal. side: 0 for a movement; 1 and 2 for what was carried forward of the movement's from and to account.
CREATE TABLE IF NOT EXISTS ledger_entry (
  tenant_id    varchar(64)  NOT NULL,
  seq          bigint       NOT NULL AUTO_INCREMENT,
  side         smallint     NOT NULL,
  batch_id     varchar(128) NOT NULL,
  from_account varchar(255) NOT NULL,
  to_account   varchar(255) NOT NULL,
  amount       bigint       NOT NULL,
  unit         varchar(64)  NOT NULL,
  recorded_at  bigint       NOT NULL,
  PRIMARY KEY (tenant_id, seq, side),
  CONSTRAINT ledger_entry_amount CHECK (amount > 0),
  KEY ledger_entry_from (tenant_id, from_account, seq),
  KEY ledger_entry_to (tenant_id, to_account, seq),
  KEY ledger_entry_seq (seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS document (
  tenant_id varchar(64)  NOT NULL,
  type      varchar(64)  NOT NULL,
  id        varchar(192) NOT NULL,
  version   bigint       NOT NULL,
  body      longtext     NOT NULL,
  PRIMARY KEY (tenant_id, type, id),
  CONSTRAINT document_version CHECK (version > 0)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS document_key (
  tenant_id   varchar(64)  NOT NULL,
  type        varchar(64)  NOT NULL,
  key_name    varchar(64)  NOT NULL,
  key_value   varchar(255) NOT NULL,
  document_id varchar(192) NOT NULL,
  PRIMARY KEY (tenant_id, type, key_name, key_value, document_id),
  KEY document_key_document (tenant_id, type, document_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS document_unique (
  tenant_id   varchar(64)  NOT NULL,
  type        varchar(64)  NOT NULL,
  key_name    varchar(64)  NOT NULL,
  key_value   varchar(255) NOT NULL,
  document_id varchar(192) NOT NULL,
  PRIMARY KEY (tenant_id, type, key_name, key_value),
  KEY document_unique_document (tenant_id, type, document_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Events, to be relayed. seq only hints at an order; what is published says the mark.
CREATE TABLE IF NOT EXISTS outbox (
  tenant_id    varchar(64)  NOT NULL,
  seq          bigint       NOT NULL AUTO_INCREMENT,
  id           varchar(64)  NOT NULL,
  kind         varchar(64)  NOT NULL,
  aggregate_id varchar(255) NOT NULL,
  version      bigint       NOT NULL,
  type         varchar(128) NOT NULL,
  occurred_at  bigint       NOT NULL,
  actor        varchar(128) NOT NULL,
  channel      varchar(64)  NOT NULL,
  payload      longtext     NOT NULL,
  published    smallint     NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  CONSTRAINT outbox_once UNIQUE (tenant_id, kind, aggregate_id, version, type),
  KEY outbox_id (id),
  KEY outbox_published (published, seq),
  KEY outbox_seq (seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Projections: rows derived from documents, replaced when these are saved, for reading only. Instants are in UTC.

-- The lines of orders. Quantities count units of 10^-decimals, amounts the currency's minor unit; source names up to three locations.
CREATE TABLE IF NOT EXISTS order_line (
  tenant_id     varchar(64) NOT NULL,
  document_id   varchar(192) NOT NULL,
  line_no       integer NOT NULL,
  order_number  varchar(64),
  order_status  varchar(64),
  channel       varchar(64),
  line_id       varchar(64),
  sku           varchar(64),
  title         varchar(255),
  source        varchar(255),
  decimals      bigint,
  ordered       bigint,
  shipped       bigint,
  cancelled     bigint,
  returned      bigint,
  currency      varchar(64),
  payable_minor bigint,
  placed_at     datetime(6),
  PRIMARY KEY (tenant_id, document_id, line_no),
  KEY order_line_sku (tenant_id, sku)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The lines of returns. Quantities count millionths.
CREATE TABLE IF NOT EXISTS return_line (
  tenant_id           varchar(64) NOT NULL,
  document_id         varchar(192) NOT NULL,
  line_no             integer NOT NULL,
  order_id            varchar(64),
  status              varchar(64),
  channel             varchar(64),
  line_id             varchar(64),
  quantity_millionths bigint,
  received_at         varchar(64),
  disposition         varchar(64),
  opened_at           datetime(6),
  PRIMARY KEY (tenant_id, document_id, line_no),
  KEY return_line_order (tenant_id, order_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Payments. Amounts count the currency's minor unit.
CREATE TABLE IF NOT EXISTS payment (
  tenant_id         varchar(64) NOT NULL,
  document_id       varchar(192) NOT NULL,
  line_no           integer NOT NULL,
  status            varchar(64),
  tender            varchar(64),
  subject_kind      varchar(64),
  subject_id        varchar(255),
  gateway_reference varchar(255),
  currency          varchar(64),
  amount            bigint,
  captured          bigint,
  refunded          bigint,
  unresolved        boolean,
  created_at        datetime(6),
  PRIMARY KEY (tenant_id, document_id, line_no),
  KEY payment_subject (tenant_id, subject_kind, subject_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Stock for people's SQL, by SKU and location. reserved counts groups that are due and not swept yet.
CREATE OR REPLACE VIEW stock_level AS
SELECT a.tenant_id, a.item AS sku, a.holder AS location,
       SUM(a.posted) AS on_hand,
       SUM(COALESCE(c.allocated, 0)) AS allocated,
       SUM(a.held - COALESCE(c.allocated, 0)) AS reserved,
       SUM(CASE WHEN a.book = 'stock' THEN a.posted - a.held - a.floor_at ELSE 0 END) AS available,
       MAX(CASE WHEN a.book = 'stock' THEN a.breached ELSE 0 END) AS oversold
  FROM ledger_account a
  LEFT JOIN (SELECT h.tenant_id, h.from_account, SUM(h.open_amount) AS allocated
               FROM ledger_hold h
               JOIN ledger_batch b ON b.tenant_id = h.tenant_id AND b.id = h.batch_id
              WHERE h.open_amount > 0 AND b.state = 'CONFIRMED'
              GROUP BY h.tenant_id, h.from_account) c
    ON c.tenant_id = a.tenant_id AND c.from_account = a.id
 WHERE a.book IN ('stock', 'quarantine')
 GROUP BY a.tenant_id, a.item, a.holder;
