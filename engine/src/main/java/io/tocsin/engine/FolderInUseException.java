package io.tocsin.engine;

/** Another engine works on the data folder. The message is for people. */
final class FolderInUseException extends Exception {

    FolderInUseException(String message) {
        super(message);
    }
}
