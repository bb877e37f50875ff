package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;

/** What another instance answered: a status below 500, and its JSON. */
public record PeerAnswer(int status, JsonNode body) {}
