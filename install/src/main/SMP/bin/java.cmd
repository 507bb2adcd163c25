@echo off
rem Called by the start scripts: finds a Java 17 or newer and leaves it in JAVA, or says what is wrong and fails.
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JAVA_FOUND="
"%JAVA%" --version >nul 2>&1
if not errorlevel 1 goto version
"%JAVA%" -version >nul 2>&1
if not errorlevel 1 goto old
chcp 65001 >nul
echo 没有找到 Java：请安装 JDK 17 或更新版本，并设置 JAVA_HOME / No Java was found: install a JDK 17 or newer and set JAVA_HOME 1>&2
exit /b 1
:version
for /f "tokens=2 delims=. " %%v in ('"%JAVA%" --version') do (
    set "JAVA_FOUND=%%v"
    goto compare
)
:compare
if not "%JAVA_FOUND%"=="" if %JAVA_FOUND% GEQ 17 goto found
:old
chcp 65001 >nul
echo Java %JAVA_FOUND% 太旧：请安装 JDK 17 或更新版本，并设置 JAVA_HOME / Java %JAVA_FOUND% is too old: install a JDK 17 or newer and set JAVA_HOME 1>&2
exit /b 1
:found
chcp 65001 >nul
exit /b 0
