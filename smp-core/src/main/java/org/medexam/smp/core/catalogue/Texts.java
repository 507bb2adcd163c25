package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Map;
import org.medexam.smp.core.rule.Source;

/**
 * The district's own words.
 *
 * @param title of the candidate's pages, e.g. 国家医学考试（山东）考生服务系统
 * @param penalties as the notice announces them
 * @param messages what goes to the candidate's phone, by event; every event has one
 */
public record Texts(String title, CommitmentText commitment, List<Source> penalties, Map<Event, String> messages) {

    /** What the candidate is told by a message. */
    public enum Event {
        RETURNED,
        PASSED,
        FAILED
    }

    public Texts {
        penalties = List.copyOf(penalties);
        messages = Map.copyOf(messages);
    }
}
