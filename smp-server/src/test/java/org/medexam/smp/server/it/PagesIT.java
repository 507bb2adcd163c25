package org.medexam.smp.server.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reviewers' pages in a real browser, the manual's acceptance test (S0:709) first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own().prepare(PagesIT::addAccounts);

    private static final String PASSWORD = "Shenhe-2021-baiyin";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /** More than the 50 of one page, with those of the other site. */
    private static final int AT_BAIYIN = 52;

    private SmpServer server;
    private Api api;
    private Chromium chromium;

    private static void addAccounts(SmpServer server) throws Exception {
        Accounts accounts = new Accounts(server, PASSWORD);
        accounts.addDistrictReviewer("kaoqu", "考区甲");
        accounts.addSiteReviewer("baiyin", "考点乙", "6215");
        accounts.addKeeper("zhuanguan", "专管丙");
    }

    @BeforeAll
    void fill() {
        server = SMP.server();
        api = SMP.api();
        for (int i = 1; i <= AT_BAIYIN; i++) {
            Api.Answer registered = api.register("2021-%04d".formatted(i), "6215");
            assertThat(registered.status())
                    .as(() -> new String(registered.bytes()))
                    .isEqualTo(201);
        }
        assertThat(register("2021-L001", "6201", "李另点")).isEqualTo(201);
        assertThat(register("2021-X001", "6201", HOSTILE)).isEqualTo(201);
        assertThat(register("2021-M001", "6201", "周留言")).isEqualTo(201);
        for (int i = 1; i <= 3; i++) {
            assertThat(upload("2021-0001", "ID_DOC", drawn(i, 1200, 800))).isEqualTo(201);
        }
        assertThat(upload("2021-0001", "DIPLOMA", drawn(4, 700, 1000))).isEqualTo(201);
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void anyNameAndPasswordShowThatTheDatabaseWasAsked() {
        Map<String, String> guesses =
                Map.of("nobody", "whatever", "kaoqu", "wrong", "' OR 1=1 --", "' OR '1'='1", "考区", "密码");
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            guesses.forEach((username, password) -> {
                page.navigate(server.base() + "/mp/login.html");
                assertThat(page).hasTitle("线上资格审核辅助子系统");
                page.getByLabel("用户名").fill(username);
                page.getByLabel("密码").fill(password);
                page.getByRole(AriaRole.BUTTON, button("登录")).click();

                assertThat(page.getByRole(AriaRole.ALERT)).hasText(Pattern.compile("^用户名或密码错误$"));
                assertThat(page).hasURL(server.base() + "/mp/login.html");
            });
            window.screenshot("login-refused");
            assertOnlyRefusals(window, 401);
        }
    }

    @Test
    void theKeyboardAloneLogsIn() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/login.html");
            assertThat(page.getByLabel("用户名")).isFocused();
            window.screenshot("login");
            page.keyboard().type("kaoqu");
            page.keyboard().press("Tab");
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Enter");

            assertThat(page.getByText("考区甲 · 考区审核员")).isVisible();
            assertQuiet(window);
        }
    }

    @Test
    void fromTheListToADossierToAPictureAtFullSize() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            window.screenshot("list");
            assertThat(rows(page).first()).containsText("张试样");
            assertThat(rows(page).first()).containsText("2021 临床执业医师");
            assertThat(rows(page).first()).containsText("白银 6215");
            assertThat(rows(page).first()).containsText("未提交");

            page.getByRole(AriaRole.LINK, link("2021-0001")).click();
            assertThat(page.getByRole(AriaRole.HEADING, heading("张试样 2021-0001")))
                    .isFocused();
            assertThat(page.locator(".facts")).containsText("620***********0015");
            Locator thumbnails = page.locator("[data-code=ID_DOC] img");
            assertThat(thumbnails).hasCount(3);
            assertLoaded(thumbnails.nth(1), 320);
            window.screenshotOfAll("dossier");

            thumbnails.nth(1).click();
            Locator picture = page.locator("#viewer-picture");
            assertLoaded(picture, 1200);
            assertThat(page.locator("#viewer-name")).hasText("有效身份证明（2/3）");
            window.screenshot("viewer");
            page.getByRole(AriaRole.BUTTON, button("实际大小")).click();
            assertThat(picture.boundingBox().width).isEqualTo(1200);
            page.getByRole(AriaRole.BUTTON, button("实际大小")).click();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer-name")).hasText("毕业证书（1/1）");
            assertLoaded(picture, 700);
            assertThat(page.getByRole(AriaRole.BUTTON, button("下一张"))).isDisabled();
            page.keyboard().press("Escape");
            assertThat(picture).isHidden();

            page.goBack();
            assertThat(page.getByRole(AriaRole.LINK, link("2021-0001"))).isFocused();
            assertQuiet(window);
        }
    }

    @Test
    void whatWasSaidStandsAtTheTopNewestFirst() throws Exception {
        String no = "2021-M001";
        int picture = 100;
        for (JsonNode material : dossier(no).get("materials")) {
            for (int i = 0; i < material.get("minCount").asInt(); i++) {
                assertThat(upload(no, material.get("code").asText(), drawn(picture++, 300, 200)))
                        .isEqualTo(201);
            }
        }
        for (int time = 1; time <= 2; time++) {
            assertThat(api.submit(no, dossier(no).at("/commitment/version").asText())
                            .status())
                    .isEqualTo(201);
            String back = time == 1
                    ? "\"problem\": \"data\""
                    : "\"materials\": [{\"code\": \"ID_DOC\", \"reason\": \"反面不清晰\"}],"
                            + " \"dueAt\": \"2099-01-02T00:00:00+08:00\"";
            assertThat(api.send("POST", "/v1/dossiers/" + no + "/reviews", api.siteReviewerToken("6201"), """
                            { "stage": "first", "decision": "return", "version": %d,
                              "feedback": "第%d次\\n请看清楚 <b>", %s }
                            """.formatted(
                                            dossier(no).get("version").asInt(), time, back))
                            .status())
                    .isEqualTo(201);
        }
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            page.navigate(server.base() + "/mp/#dossier/" + no);
            Locator messages = page.locator(".messages li p");
            assertThat(messages).hasText(new Pattern[] {
                Pattern.compile("^第2次\\s请看清楚 <b>$"),
                Pattern.compile("上报完成，内容已锁定。$"),
                Pattern.compile("^第1次\\s请看清楚 <b>$"),
                Pattern.compile("上报完成，内容已锁定。$")
            });
            assertThat(page.locator(".messages li").first()).containsText("考点");
            assertThat(messages.nth(3)).isHidden();
            page.getByText("更早的 1 条").click();
            assertThat(messages.nth(3)).isVisible();
            assertThat(page.locator("#dossier .state")).hasText("已退回");
            assertThat(page.locator("[data-code=ID_DOC] .reason"))
                    .hasText(new String[] {"退回原因：反面不清晰", "修改期限：2099-01-02 00:00"});
            window.screenshotOfAll("dossier-messages");
            assertQuiet(window);
        }
    }

    private JsonNode dossier(String no) {
        return api.get("/v1/dossiers/" + no, api.candidateToken(no)).json();
    }

    @Test
    void aThumbnailIsALinkThatOpensTheStampedPictureByItself() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            page.navigate(server.base() + "/mp/#dossier/2021-0001");
            String address = (String) page.locator("[data-code=DIPLOMA] a").evaluate("link => link.href");

            assertThat(page.navigate(address).headerValue("Content-Type")).isEqualTo("image/jpeg");
        }
    }

    @Test
    void aLongListGoesOnWhereItEnds() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            assertThat(rows(page)).hasCount(50);
            page.getByRole(AriaRole.BUTTON, button("显示更多")).click();
            assertThat(rows(page)).hasCount(AT_BAIYIN + 3);
            assertThat(page.getByRole(AriaRole.BUTTON, button("显示更多"))).isHidden();

            // and stays as it was while one looks at a dossier
            page.getByRole(AriaRole.LINK, link("2021-L001")).click();
            page.getByRole(AriaRole.LINK, link("返回列表")).click();
            assertThat(page.getByRole(AriaRole.LINK, link("2021-L001"))).isFocused();
            assertThat(rows(page)).hasCount(AT_BAIYIN + 3);
            assertQuiet(window);
        }
    }

    @Test
    void aSearchFindsByNameOrNumberAndSaysWhenItFindsNothing() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            search(page, " 李另点 ");
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText("2021-L001");
            search(page, "2021-0007");
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText("2021-0007");
            search(page, "王无人");
            assertThat(page.getByText("没有找到“王无人”的报名材料")).isVisible();
            window.screenshot("search-empty");
            page.getByRole(AriaRole.SEARCHBOX).fill("");
            assertThat(rows(page)).hasCount(50);
            assertThat(page).hasURL(server.base() + "/mp/index.html");
            assertQuiet(window);
        }
    }

    @Test
    void aSiteReviewerSeesThatSiteOnly() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "baiyin");
            assertThat(page.getByText("考点乙 · 考点审核员（考点 6215）")).isVisible();
            page.getByRole(AriaRole.BUTTON, button("显示更多")).click();
            assertThat(rows(page)).hasCount(AT_BAIYIN);
            search(page, "2021-L001");
            assertThat(page.getByText("没有找到“2021-L001”的报名材料")).isVisible();
            assertQuiet(window);

            page.navigate(server.base() + "/mp/#dossier/2021-L001");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("您访问的内容不存在。");
            window.screenshot("not-found");
            page.getByRole(AriaRole.LINK, link("返回列表")).click();
            assertThat(rows(page)).hasCount(50);
            assertOnlyRefusals(window, 404);
        }
    }

    @Test
    void anAccountKeeperSeesNoDossier() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "zhuanguan");
            assertThat(page.getByText("您是账号专管员，负责管理审核账号，不查看考生材料。")).isVisible();
            assertThat(page.getByRole(AriaRole.TABLE)).isHidden();
            window.screenshot("keeper");
            assertQuiet(window);
        }
    }

    @Test
    void whoLeavesIsOutAtOnce() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            Cookie left = sessionCookie(page);
            page.getByRole(AriaRole.BUTTON, button("退出")).click();
            page.waitForURL("**/mp/login.html");
            assertThat(page.context().cookies()).isEmpty();
            assertQuiet(window);

            page.context().addCookies(List.of(left));
            page.navigate(server.base() + "/mp/");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("登录已超时，请重新登录。");
        }
    }

    @Test
    void aSessionThatEndsMeanwhileLeadsBackToTheLogin() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            Cookie cookie = sessionCookie(page);
            cookie.value = "x".repeat(43);
            page.context().addCookies(List.of(cookie));
            page.getByRole(AriaRole.LINK, link("2021-0001")).click();

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("登录已超时，请重新登录。");
            assertThat(page).hasURL(server.base() + "/mp/login.html");
            window.screenshot("expired");
            assertOnlyRefusals(window, 401);
        }
    }

    @Test
    void whoIsNotLoggedInFindsTheLogin() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/");
            page.waitForURL("**/mp/login.html");
            assertThat(page.getByRole(AriaRole.ALERT)).isEmpty();
            assertOnlyRefusals(window, 401);
        }
    }

    @Test
    void aTicketOpensThePageOnceAndLeavesTheAddress() {
        String ticket = api.siteReviewerToken("6215");
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/#ticket=" + ticket);
            assertThat(page.getByText("考点审核员乙 · 考点审核员（考点 6215）")).isVisible();
            assertThat(page).hasURL(server.base() + "/mp/");
            assertThat(rows(page)).hasCount(50);
            assertQuiet(window);

            // MP's next jump, while the page is open
            page.evaluate("ticket => { location.hash = 'ticket=' + ticket; }", api.districtReviewerToken());
            assertThat(page.getByText("考区审核员甲 · 考区审核员")).isVisible();
            assertThat(page).hasURL(server.base() + "/mp/");
            assertQuiet(window);
        }
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/#ticket=" + ticket);
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("该登录凭证已经使用过，请从考务系统重新进入。");
            assertThat(page).hasURL(server.base() + "/mp/");
            window.screenshot("ticket-used");
            page.getByRole(AriaRole.LINK, link("登录")).click();
            assertThat(page.getByLabel("用户名")).isVisible();
            assertOnlyRefusals(window, 401);
        }
    }

    @Test
    void aPhoneShowsAllOfItWithoutScrollingSideways() {
        try (Chromium.Window window = chromium.phone()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/login.html");
            assertThat(window.scrollsSideways()).isFalse();
            window.screenshot("phone-login");
            logIn(page, "kaoqu");
            search(page, "2021-0001");
            assertThat(rows(page)).hasCount(1);
            assertThat(window.scrollsSideways()).isFalse();
            window.screenshot("phone-list");
            rows(page).first().tap();
            Locator thumbnails = page.locator("[data-code=ID_DOC] img");
            assertLoaded(thumbnails.first(), 320);
            assertThat(window.scrollsSideways()).isFalse();
            window.screenshotOfAll("phone-dossier");
            thumbnails.first().tap();
            assertLoaded(page.locator("#viewer-picture"), 1200);
            window.screenshot("phone-viewer");
            assertQuiet(window);
        }
    }

    @Test
    void whatTheCandidateReplacedIsMarkedAndAPictureThatDoesNotComeIsToldOf() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            page.route("**/api/v1/dossiers/2021-0001", route -> {
                APIResponse answer = route.fetch();
                String changed = answer.text()
                        .replaceFirst("\"superseded\":false", "\"superseded\":true")
                        .replaceFirst("\"state\":\"draft\"", "\"state\":\"returned\"");
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(changed));
            });
            page.route(
                    Pattern.compile("/images/[^/]+$"),
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            page.getByRole(AriaRole.LINK, link("2021-0001")).click();
            assertThat(page.locator("#dossier .state")).hasText("已退回");
            assertThat(page.getByText("考生已撤换")).hasCount(1);

            page.locator("[data-code=ID_DOC] img").first().click();
            assertThat(page.getByText("图片暂时无法显示，请稍后再试。")).isVisible();
            assertOnlyRefusals(window, 500);
        }
    }

    @Test
    void aNameIsNeverHtml() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            logIn(page, "kaoqu");
            search(page, "2021-X001");
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText(HOSTILE);
            page.getByRole(AriaRole.LINK, link("2021-X001")).click();
            assertThat(page.getByRole(AriaRole.HEADING, heading(HOSTILE + " 2021-X001")))
                    .isVisible();
            assertQuiet(window);
        }
    }

    @Test
    void eachTroubleHasItsOwnWords() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/login.html");
            page.getByLabel("用户名").fill("kaoqu");
            page.getByLabel("密码").fill(PASSWORD);
            Locator enter = page.getByRole(AriaRole.BUTTON, button("登录"));
            Locator alert = page.getByRole(AriaRole.ALERT);

            page.context().setOffline(true);
            enter.click();
            assertThat(alert).hasText("无法连接服务器，请检查网络后重试。");
            page.context().setOffline(false);

            answerOnce(page, 503, "{\"code\":\"database-unavailable\",\"detail\":\"数据库暂时无法访问，请稍后再试。\"}");
            enter.click();
            assertThat(alert).hasText("数据库暂时无法访问，请稍后再试。");

            answerOnce(page, 502, "<html>Bad Gateway</html>");
            enter.click();
            assertThat(alert).hasText("服务器没有正常应答（502），请稍后再试。");

            enter.click();
            assertThat(page.getByText("考区甲 · 考区审核员")).isVisible();
        }
    }

    @Test
    void whoeverWantsEnglishGetsItAndKeepsIt() {
        try (Chromium.Window window = chromium.desk()) {
            Page page = window.page();
            page.navigate(server.base() + "/mp/login.html");
            page.getByRole(AriaRole.BUTTON, button("English")).click();
            page.getByLabel("User name").fill("kaoqu");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByRole(AriaRole.BUTTON, button("Log in")).click();
            assertThat(page.getByText("考区甲 · District reviewer")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            window.screenshot("list-english");
            page.getByRole(AriaRole.BUTTON, button("中文")).click();
            assertThat(page.getByText("考区甲 · 考区审核员")).isVisible();
            assertQuiet(window);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mp/login.html", "/mp/", "/lib/api.js", "/mp/nothing.html", "/problems/not-found"})
    void everyPageTellsTheBrowserItsLimits(String path) {
        Api.Answer answer = api.get(server.base() + path, null);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private void logIn(Page page, String username) {
        page.navigate(server.base() + "/mp/login.html");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("登录")).click();
        page.waitForURL("**/mp/index.html");
        assertThat(page.getByText("正在加载…")).isHidden();
    }

    private static void search(Page page, String wanted) {
        page.getByRole(AriaRole.SEARCHBOX).fill(wanted);
        page.getByRole(AriaRole.BUTTON, button("查询")).click();
    }

    private static Locator rows(Page page) {
        return page.locator("#dossiers tbody tr");
    }

    /** Answers the next login in the server's place. */
    private static void answerOnce(Page page, int status, String body) {
        page.route(
                "**/api/v1/session",
                route -> route.fulfill(
                        new Route.FulfillOptions().setStatus(status).setBody(body)),
                new Page.RouteOptions().setTimes(1));
    }

    private static Cookie sessionCookie(Page page) {
        Cookie cookie = page.context().cookies().get(0);
        assertThat(cookie.name).isEqualTo("smp-session");
        return cookie;
    }

    /** The picture is there, and as wide as it must be. */
    private static void assertLoaded(Locator image, int width) {
        assertThat(image).isVisible();
        assertThat(image).hasJSProperty("complete", true);
        assertThat(image).hasJSProperty("naturalWidth", width);
    }

    private static void assertQuiet(Chromium.Window window) {
        assertThat(window.complaints()).isEmpty();
    }

    /** The browser itself notes each answer that says no; nothing else may stand there. */
    private static void assertOnlyRefusals(Chromium.Window window, int status) {
        assertThat(window.complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.startsWith(
                        "Failed to load resource: the server responded with a status of " + status));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return button(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return button(name);
    }

    private int register(String no, String site, String name) {
        String registration = Api.registration(site).replace("张试样", name);
        return api.send("PUT", "/v1/dossiers/" + no, api.spToken(), registration)
                .status();
    }

    private static byte[] drawn(long number, int width, int height) {
        return DrawnPicture.jpeg(number, width, height);
    }

    private int upload(String no, String material, byte[] picture) {
        return api.upload(no, material, api.candidateToken(no), picture).status();
    }
}
