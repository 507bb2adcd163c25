package org.medexam.smp.server.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Answers the container's error dispatches with problems of the same table, and serves {@code /problems/<code>}, the page
 * that explains a code.
 */
@WebServlet(urlPatterns = {"/problems/*", "/problem"})
public class ProblemServlet extends HttpServlet {

    private final transient Map<RefusalCode, String> pages = new ConcurrentHashMap<>();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            writeError(request, response);
            return;
        }
        Optional<RefusalCode> code = codeIn(request.getPathInfo());
        if (code.isEmpty()) {
            ProblemWriter.write(RefusalCode.NOT_FOUND, response, getServletContext());
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(pages.computeIfAbsent(code.get(), this::page));
        }
    }

    private String page(RefusalCode code) {
        return ProblemPage.html(code, SizeLimit.in(getServletContext()));
    }

    private void writeError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        RefusalCode code = thrown != null
                ? RefusalCode.INTERNAL_ERROR
                : ProblemTable.codeOf(status == null ? response.getStatus() : status);
        ProblemWriter.write(Problem.of(code), thrown, response, getServletContext());
    }

    private static Optional<RefusalCode> codeIn(String pathInfo) {
        return Arrays.stream(RefusalCode.values())
                .filter(code -> ("/" + code.code()).equals(pathInfo))
                .findAny();
    }
}
