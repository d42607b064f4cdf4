package io.tocsin.dashboards.web;

/**
 * A page of somebody else's that the console shows in its menu.
 *
 * @param path where it is; its template names it as the place in the menu
 * @param title the key of its title in the messages
 */
public record ExtraPage(String path, String title) {}
