package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All profiles that this server knows. */
public final class Catalogue {

    private static final String SAMPLE_ID_DOC =
            "请上传与报名信息一致的有效身份证正反两面照片（外国护照需上传信息页与封面），本人手持身份证内第一面照片，" + "人像与证件内容应清晰可辨。";

    private static final List<MaterialRule> MATERIALS = List.of(
            new MaterialRule("ID_DOC", "有效身份证明", true, 3, 3, "白银2021 附件9 图2：" + SAMPLE_ID_DOC, SAMPLE_ID_DOC),
            new MaterialRule("DIPLOMA", "毕业证书", true, 1, 4, "白银2021 一(二)4：毕业证书原件及复印件", ""),
            new MaterialRule("PROBATION", "医师资格考试试用期考核证明", true, 1, 6, "白银2021 一(二)5：医师资格考试试用期考核证明", ""),
            new MaterialRule(
                    "ORG_LIC",
                    "《医疗机构执业许可证》副本",
                    true,
                    1,
                    6,
                    "白银2021 一(二)6：工作单位是医疗机构的, 还须提交该机构《医疗机构执业许可证》副本复印件并盖公章。",
                    ""),
            new MaterialRule("OTHER", "其他", false, 0, 20, "", "如上传材料需要修订、补充等，可在“其他”栏目内上传。"));

    private static final CommitmentText COMMITMENT =
            new CommitmentText("1", "本人承诺所上传的材料真实、准确、完整、有效。如有虚假材料，愿按照《医师资格考试违纪违规处理规定》相关条款接受处理。");

    private final Map<String, Profile> profiles;

    private Catalogue(List<Profile> profiles) {
        this.profiles = profiles.stream().collect(Collectors.toUnmodifiableMap(Profile::id, p -> p));
    }

    /** The profile that comes built in. */
    public static Catalogue builtIn() {
        return new Catalogue(
                List.of(new Profile("baiyin-2021", "甘肃白银 2021", MATERIALS, UploadWindow.ALWAYS, COMMITMENT)));
    }

    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    public Set<String> ids() {
        return profiles.keySet();
    }
}
