package io.evenkeel.grammar;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Who speaks, when, and what words mean here.
 *
 * @param now UTC at microseconds
 * @param zone the zone in which the person reads clocks: {@code --detected 14:30} is theirs
 */
public record Speaker(
    Person person,
    Instant now,
    ZoneId zone,
    Directory directory,
    SeverityScale severities,
    Roles roles) {}
