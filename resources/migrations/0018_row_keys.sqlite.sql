-- SQLite finds a row of "BIGINT PRIMARY KEY" through an index beside the table: two trees to write and to search where "INTEGER PRIMARY KEY" has one.
SELECT statement FROM (
    SELECT name AS of_table, 1 AS step, 'CREATE TABLE ' || name || '_anew '
        || replace(substr(sql, instr(sql, '(')), 'BIGINT PRIMARY KEY', 'INTEGER PRIMARY KEY') AS statement
        FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BIGINT PRIMARY KEY%'
    UNION ALL SELECT name, 2, 'INSERT INTO ' || name || '_anew SELECT * FROM ' || name || ' ORDER BY rowid'
        FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BIGINT PRIMARY KEY%'
    UNION ALL SELECT name, 3, 'DROP TABLE ' || name
        FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BIGINT PRIMARY KEY%'
    UNION ALL SELECT name, 4, 'ALTER TABLE ' || name || '_anew RENAME TO ' || name
        FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BIGINT PRIMARY KEY%'
    UNION ALL SELECT tbl_name, 5, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
        AND tbl_name IN (SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%BIGINT PRIMARY KEY%')
) AS statements ORDER BY of_table, step
