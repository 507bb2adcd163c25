/**
 * The settings file {@code SMP_HOME/conf/smp.properties} (contract §5), read once at start, typed and checked.
 *
 * <p>Promises to whoever starts something (the server, the tool, the command line): either every setting is
 * there, well formed and of its own type, or one {@link org.medexam.smp.core.settings.SettingsRefused} names
 * every fault at once, by key, in Chinese and English. Absent things are {@code Optional}, secrets print as
 * {@code ***}. Whether the district's catalogue exists, the database answers or the picture folder can be written
 * is for those to say who use them.
 */
package org.medexam.smp.core.settings;
