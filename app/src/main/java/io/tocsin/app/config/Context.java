package io.tocsin.app.config;

/** What reading a value needs besides the value. */
record Context(Problems problems, Placeholders placeholders, Purpose purpose) {}
