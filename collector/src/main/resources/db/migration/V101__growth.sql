CREATE TABLE followed_post (
    id        VARCHAR(500) PRIMARY KEY,
    source    VARCHAR(200) NOT NULL,
    platform  VARCHAR(200) NOT NULL,
    written   TIMESTAMP WITH TIME ZONE NOT NULL,
    collected TIMESTAMP WITH TIME ZONE NOT NULL,
    last_read TIMESTAMP WITH TIME ZONE NOT NULL,
    due       TIMESTAMP WITH TIME ZONE,
    mark      INTEGER      NOT NULL,
    missed    BOOLEAN      NOT NULL,
    gone_at   TIMESTAMP WITH TIME ZONE
);

CREATE INDEX followed_post_due ON followed_post (source, due);

CREATE TABLE observation (
    post_id VARCHAR(500) NOT NULL,
    read_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reposts BIGINT,
    replies BIGINT,
    likes   BIGINT,
    views   BIGINT,
    PRIMARY KEY (post_id, read_at)
);
