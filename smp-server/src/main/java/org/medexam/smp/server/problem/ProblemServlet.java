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
 * The same table where JAX-RS has no say: the container's error dispatch answers problems, and
 * {@code /problems/<code>} is the page that explains one to a person.
 */
@WebServlet(urlPatterns = {"/problems/*", "/problem"})
public class ProblemServlet extends HttpServlet {

    private final transient Map<RefusalCode, String> pages = new ConcurrentHashMap<>();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            answerError(request, response);
            return;
        }
        Optional<RefusalCode> code = codeIn(request.getPathInfo());
        if (code.isEmpty()) {
            answer(Problem.of(RefusalCode.NOT_FOUND), request, response);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            answer(Problem.of(RefusalCode.METHOD_NOT_ALLOWED), request, response);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(pages.computeIfAbsent(code.get(), ProblemPage::html));
        }
    }

    private static void answerError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        RefusalCode code = thrown != null
                ? RefusalCode.INTERNAL_ERROR
                : ProblemTable.codeOf(status == null ? response.getStatus() : status);
        Problem problem = Problem.of(code);
        RefusalLog.write(problem, thrown);
        answer(problem, request, response);
    }

    private static void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = problem.bytes(request.getContextPath());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Optional<RefusalCode> codeIn(String pathInfo) {
        return Arrays.stream(RefusalCode.values())
                .filter(code -> ("/" + code.code()).equals(pathInfo))
                .findAny();
    }
}
