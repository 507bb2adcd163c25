/**
 * The database before anyone asks it anything: its address, its creation, its schema and the first accounts.
 * For the server's start and for the configuration tool, which both speak plain JDBC here; whoever reads and
 * writes dossiers goes through the server's repositories.
 *
 * <p>The numbered T-SQL files lie in {@code sql/} at the top of the project and travel in this jar.
 */
package org.medexam.smp.core.schema;
