package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Map;
import org.medexam.smp.core.rule.Source;

/**
 * The texts of a district's notice.
 *
 * @param title of the candidate's pages, e.g. 国家医学考试（山东）考生服务系统
 * @param penalties as the notice announces them
 * @param messages what goes to the candidate's phone, by event; every event has one
 */
public record NoticeTexts(
        String title, CommitmentText commitment, List<Source> penalties, Map<Event, String> messages) {

    /** The event of which a message informs the candidate. */
    public enum Event {
        RETURNED,
        PASSED,
        FAILED
    }

    public NoticeTexts {
        penalties = List.copyOf(penalties);
        messages = Map.copyOf(messages);
    }
}
