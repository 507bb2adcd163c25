# Read by the start scripts, which know the installation as $here: finds a Java 17 or newer and leaves it in $java,
# or says what is wrong and ends.
java=java
[ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ] && java=$JAVA_HOME/bin/java
found=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
major=${found%%[!0-9]*}
if [ -z "$found" ]; then
    cat "$here/bin/no-java.txt" >&2
    exit 1
elif [ "${major:-0}" -lt 17 ]; then
    echo "$java $found" >&2
    cat "$here/bin/old-java.txt" >&2
    exit 1
fi

# the language in which people are spoken to, before the next lines change the locale
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    zh*) language='-Duser.language=zh -Duser.country=CN' ;;
    *) language=-Duser.language=en ;;
esac
# without a UTF-8 locale Java cannot name a folder 影像
LC_ALL=C.UTF-8
export LC_ALL
