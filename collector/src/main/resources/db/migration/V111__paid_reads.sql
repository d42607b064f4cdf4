CREATE TABLE paid_read (
    source  VARCHAR(200) NOT NULL,
    read_on DATE         NOT NULL,
    made    INTEGER      NOT NULL,
    PRIMARY KEY (source, read_on)
);
