package org.medexam.smp.core.schema;

/** Why a database does not serve us; the words are the caller's. */
public enum ConnectionFault {
    /** The server's name is not known to the network. */
    UNKNOWN_HOST,
    /** Nobody listens there, or nothing comes back. */
    SERVER_UNREACHABLE,
    /** Something listens there that is no SQL Server. */
    NO_SQL_SERVER,
    /** Nobody tells the port of the named instance. */
    INSTANCE_UNKNOWN,
    /** No such login, or another password: the server does not say which. */
    LOGIN_REFUSED,
    /** The server knows no database of that name. */
    NO_SUCH_DATABASE,
    /** The database is there, but this login is not let into it. */
    NOT_LET_IN,
    /** The server speaks no TLS that is safe (1.2 or newer). */
    TLS_TOO_OLD,
    /** The server cannot encrypt, and the settings want it. */
    NO_ENCRYPTION,
    /** The server's certificate is not one that this machine trusts, or is made out to another name. */
    CERTIFICATE_NOT_TRUSTED,
    /** The embedded database is open in another program: the running server. */
    IN_USE,
    /** The login may not do that. */
    NOT_ALLOWED,
    /** The database holds another program's tables. */
    FOREIGN,
    /** The schema is that of a newer SMP. */
    NEWER,
    /** The server is older than SQL Server 2008 R2 SP3. */
    SERVER_TOO_OLD,
    /** Something else; the driver's own words say what. */
    OTHER
}
