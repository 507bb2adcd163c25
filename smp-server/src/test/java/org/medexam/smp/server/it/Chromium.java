package org.medexam.smp.server.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Chromium, the one that is installed: {@code /usr/bin/chromium}, or where {@code SMP_TEST_CHROMIUM} says.
 * Nothing is downloaded.
 */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("SMP_TEST_CHROMIUM"))
                                .orElse("/usr/bin/chromium")))
                        .setArgs(QUIET));
    }

    /**
     * A window of somebody who was never here before, and what the browser had to say against the page: errors of
     * scripts and breaches of the content security policy.
     */
    record Window(Page page, List<String> complaints) implements AutoCloseable {

        /** What the window shows now. */
        void screenshot(String name) {
            save(name, false);
        }

        /** The page from its top to its end. */
        void screenshotOfAll(String name) {
            save(name, true);
        }

        private void save(String name, boolean all) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(all));
        }

        /** Whether anything stands out over the right edge. */
        boolean scrollsSideways() {
            return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        }

        @Override
        public void close() {
            page.context().close();
        }
    }

    Window desk() {
        return window(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    Window phone() {
        return window(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2));
    }

    private Window window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return new Window(page, complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
