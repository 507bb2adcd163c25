package org.medexam.smp.server.root;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Answers 404 to whatever is asked, before anything that the container may have put there can. */
public class NothingHere extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient byte[] answer;

    @Override
    public void init() {
        try (InputStream problem = NothingHere.class.getResourceAsStream("not-found.json")) {
            answer = problem.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain rest) throws IOException {
        ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/problem+json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
