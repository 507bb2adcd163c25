/**
 * The window of the configuration tool: for the district's IT, once a year, with the manual's chapter in hand. Its
 * fields stand in the manual's order and bear the manual's words.
 *
 * <p>Promises to whoever sits before it: what is typed is judged while it is typed, in words that say what to do;
 * nothing that takes time happens on the event dispatch thread; nothing is kept before 提交保存; a password is never
 * shown again. What the window knows (draft, findings) lies in {@link org.medexam.smp.tool.window.SettingsEditor} and in
 * {@code tool.setup}, apart from what it looks like. Everything here lives on the event dispatch thread, but for the
 * questions that {@link org.medexam.smp.tool.window.Worker} asks.
 */
package org.medexam.smp.tool.window;
