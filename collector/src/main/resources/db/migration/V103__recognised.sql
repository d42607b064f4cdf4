ALTER TABLE source_state ADD COLUMN recognised VARCHAR(100);
