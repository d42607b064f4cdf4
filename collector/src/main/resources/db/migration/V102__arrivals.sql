CREATE TABLE arrival (
    source       VARCHAR(200) NOT NULL,
    hour_start   TIMESTAMP WITH TIME ZONE NOT NULL,
    posts        BIGINT       NOT NULL,
    last_arrival TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, hour_start)
);
