package org.medexam.smp.server.reach;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /nme/ext/reach/<token>}: the same page for whichever token, a dead one too. Whether it is alive the page
 * itself finds out and says in words, for a person holds the phone.
 */
@WebServlet(ReachPage.BELOW + "*")
public class ReachPage extends HttpServlet {

    static final String BELOW = "/reach/";

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/lib/reach.html").forward(request, response);
    }
}
