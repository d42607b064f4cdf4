CREATE TABLE console_user (
    name               VARCHAR(200) PRIMARY KEY,
    password_hash      VARCHAR(500) NOT NULL,
    password_temporary BOOLEAN      NOT NULL
);
