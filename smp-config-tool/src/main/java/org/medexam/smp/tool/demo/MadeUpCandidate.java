package org.medexam.smp.tool.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Nobody: a candidate with every member that SP sends (contract §4).
 *
 * @param no of the dossier
 * @param site code
 * @param siteName as people read it
 * @param category of the exam, with its name
 * @param facts as JSON values
 */
record MadeUpCandidate(
        String no,
        String site,
        String siteName,
        String name,
        String idNumber,
        Category category,
        Map<String, Object> facts) {

    /** A category of the exam. */
    record Category(String code, String name) {}

    private static final Category CLINICAL = new Category("110", "临床执业医师");
    private static final Category CLINICAL_ASSISTANT = new Category("210", "临床执业助理医师");
    private static final Category TCM = new Category("140", "中医执业医师");
    private static final Category TCM_APPRENTICE = new Category("150", "师承或确有专长执业医师");

    /** The first is the one whose ticket lies in {@code ticket.txt}. */
    static final List<MadeUpCandidate> ALL = List.of(
            at6215(1, "张试样", CLINICAL, Map.of("level", "LIC", "edu", "BAC", "hasAsst", false)),
            at6215(2, "王样例", CLINICAL, Map.of("level", "LIC", "edu", "COL", "hasAsst", true)),
            at6215(3, "李虚构", CLINICAL_ASSISTANT, Map.of("level", "ASST", "edu", "COL", "hasAsst", false)),
            at6215(4, "赵演示", TCM, Map.of("level", "LIC", "edu", "PG", "hasAsst", false, "pg", "DONE")),
            at6215(5, "陈练习", TCM_APPRENTICE, Map.of("level", "LIC", "edu", "SEC", "tcm", "SHICHENG", "hasAsst", true)),
            at("6201", "兰州", 6, "刘假设", CLINICAL, Map.of("level", "LIC", "edu", "BAC", "hasAsst", false)),
            at("6201", "兰州", 7, "杨编造", CLINICAL_ASSISTANT, Map.of("level", "ASST", "edu", "SEC", "hasAsst", false)));

    private static MadeUpCandidate at6215(int number, String name, Category category, Map<String, Object> facts) {
        return at("6215", "白银", number, name, category, facts);
    }

    private static MadeUpCandidate at(
            String site, String siteName, int number, String name, Category category, Map<String, Object> facts) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("kind", "LOCAL");
        all.put("units", 1);
        return new MadeUpCandidate(
                "2021-" + site + "-000" + number,
                site,
                siteName,
                name,
                site + "00199001010" + number + "00",
                category,
                all);
    }

    /** What SP puts. */
    Map<String, Object> registration() {
        return members(Map.of(
                "name", name, "idType", "居民身份证", "idNumber", idNumber, "phone", "1380000" + idNumber.substring(14)));
    }

    /** What a ticket says of the dossier: the same without the number of the ID and the phone. */
    Map<String, Object> claim() {
        return members(Map.of("name", name, "idType", "居民身份证"));
    }

    private Map<String, Object> members(Map<String, Object> person) {
        return Map.of(
                "exam",
                Map.of("year", 2021, "category", category.code(), "name", category.name()),
                "site",
                Map.of("code", site, "name", siteName),
                "candidate",
                person,
                "facts",
                facts);
    }
}
