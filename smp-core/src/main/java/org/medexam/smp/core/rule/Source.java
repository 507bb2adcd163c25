package org.medexam.smp.core.rule;

/**
 * Where a rule stands in the notice.
 *
 * @param notice in short, e.g. {@code 白银2021}
 * @param place e.g. {@code 一(二)4}
 * @param sentence as it stands there
 */
public record Source(String notice, String place, String sentence) {

    /** E.g. {@code 白银2021 一(二)4：毕业证书原件及复印件}. */
    public String text() {
        return notice + " " + place + "：" + sentence;
    }
}
