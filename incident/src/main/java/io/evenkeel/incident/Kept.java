package io.evenkeel.incident;

/**
 * A row of an incident's {@link Board} as it stands from now on: what a decision wants stored
 * beside the incident. The row with the same number is replaced, a new number is added.
 */
public sealed interface Kept
    permits Claim,
        Task,
        ActionItem,
        Handover,
        Link,
        Statement,
        UpdatePromise,
        Page,
        RunbookStep,
        Impact {}
