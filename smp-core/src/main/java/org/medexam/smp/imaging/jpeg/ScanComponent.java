package org.medexam.smp.imaging.jpeg;

/**
 * A component in a scan header (T.81, B.2.3).
 *
 * @param component as the frame describes it
 * @param dcTable destination of its DC table Tdⱼ
 * @param acTable destination of its AC table Taⱼ
 */
public record ScanComponent(Component component, int dcTable, int acTable) {}
